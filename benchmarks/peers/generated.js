// PptxGenJS: the same slides, with pictures that lie ready. node generated.js COUNT PICTURES OUT.pptx
const fs = require("fs");
const path = require("path");
const pptxgen = require("pptxgenjs");

const [count, pictures, target] = [Number(process.argv[2]), process.argv[3], process.argv[4]];
const kinds = ["text", "quotation", "statistic"];
const notes = "A baby learns about the world from the people who hold it. ".repeat(5);
const deck = new pptxgen();
for (let number = 0; number < count; number += 1) {
  const slide = deck.addSlide();
  slide.addText(`Headline of slide ${number}`, { x: 0.5, y: 0.4, w: 9, h: 0.8, fontSize: 34, bold: true });
  const kind = number === 0 ? "title" : kinds[(number - 1) % 3];
  if (kind === "text") {
    slide.addText("Ask who sees the youngest\nAsk how long they wait", { x: 0.5, y: 1.5, w: 9, h: 3, fontSize: 24 });
    slide.addNotes(notes);
  } else if (kind === "quotation") {
    slide.addText("What is built early carries what is built later.", { x: 0.5, y: 1.5, w: 9, h: 3, fontSize: 32 });
  } else if (kind === "statistic") {
    const file = path.join(pictures, `${number}.png`);
    if (fs.existsSync(file)) slide.addImage({ path: file, x: 0.5, y: 1.5, w: 8, h: 4.5 });
  }
}
deck.writeFile({ fileName: target });
