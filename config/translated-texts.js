/**
 * A Babel plugin for `translated('cartWords', {…})`, which gives a text in the language that was set. While Chinese is the only
 * language, the call is replaced by its text; otherwise it is marked as pure, so that bundlers drop unused texts.
 */
module.exports = ({ types }, { hasOneLanguage }) => ({
  name: 'translated-texts',
  visitor: {
    // before other plugins count what is imported
    Program(program) {
      let changed = false
      program.traverse({
        CallExpression(call) {
          if (!call.get('callee').isIdentifier({ name: 'translated' })) return
          changed = true
          if (hasOneLanguage) call.replaceWith(call.node.arguments[1])
          else types.addComment(call.node, 'leading', '#__PURE__')
        },
      })
      if (!changed || !hasOneLanguage) return
      for (const statement of program.get('body'))
        if (statement.isImportDeclaration() && /\/translation$/.test(statement.node.source.value))
          statement.remove()
    },
  },
})
