// Shows on the screen what the style sheets say of paper: their rules for print come into force.
const bringIntoForce = (rules) => {
  for (const rule of rules) {
    if (rule.media?.mediaText === "print") rule.media.mediaText = "all";
    if (rule.cssRules) bringIntoForce(rule.cssRules);
  }
};
for (const sheet of document.styleSheets) bringIntoForce(sheet.cssRules);
