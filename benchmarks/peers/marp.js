// Marp's core: the same slides as HTML. Its way to PowerPoint needs a browser and gives pictures. node marp.js IN.md OUT.html
const fs = require("fs");
const { Marp } = require("@marp-team/marp-core");

const { html, css } = new Marp().render(fs.readFileSync(process.argv[2], "utf8"));
fs.writeFileSync(process.argv[3], `<style>${css}</style>${html}`);
