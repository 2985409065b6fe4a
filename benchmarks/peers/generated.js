// PptxGenJS: the same slides, with pictures that lie ready. node generated.js SLIDES.json PICTURES OUT.pptx
const fs = require("fs");
const path = require("path");
const pptxgen = require("pptxgenjs");

const [slides, pictures, target] = [JSON.parse(fs.readFileSync(process.argv[2])), process.argv[3], process.argv[4]];
const deck = new pptxgen();
slides.forEach((slide, number) => {
  const page = deck.addSlide();
  page.addText(slide.headline, { x: 0.5, y: 0.4, w: 9, h: 0.8, fontSize: 34, bold: true });
  if (slide.kind === "text") {
    page.addText("Ask who sees the youngest\nAsk how long they wait", { x: 0.5, y: 1.5, w: 9, h: 3, fontSize: 24 });
    page.addNotes(slide.notes);
  } else if (slide.kind === "quotation") {
    page.addText(slide.quotation, { x: 0.5, y: 1.5, w: 9, h: 3, fontSize: 32 });
  } else if (slide.kind === "statistic") {
    page.addImage({ path: path.join(pictures, `${number}.png`), x: 0.5, y: 1.5, w: 8, h: 4.5 });
  }
});
deck.writeFile({ fileName: target });
