// Bodies know every block, but offer only those that an editor may begin: imports alone make the others.
{
  class BodyBlockDefinition extends window.wagtailStreamField.blocks.StreamBlockDefinition {
    constructor(name, groups, initialStates, meta) {
      super(name, groups, initialStates, meta);
      this.groupedChildBlockDefs = groups
        .map(([group, blocks]) => [group, blocks.filter((block) => !meta.unoffered.includes(block.name))])
        .filter(([, blocks]) => blocks.length);
    }
  }
  window.telepath.register("news.blocks.BodyBlock", BodyBlockDefinition);
}
