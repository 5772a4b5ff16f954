const postcss = require('postcss')

/** The parts of Taro that stand on our pages, as their classes begin. */
const USED = /taro-(img|text|input|scroll)|weui-input|^\*|^[a-z]/

/** @param {import('postcss').ChildNode} node */
const isUsed = (node) => node.type === 'rule' && node.selectors.some((selector) => USED.test(selector))

/** Keeps, of Taro's own styles, the rules of the components used here: the rest is an icon font, buttons and wheels. */
module.exports = function taroStyles(/** @type {string} */ css) {
  const root = postcss.parse(css)
  root.each((node) => {
    if (!isUsed(node)) node.remove()
  })
  return root.toString()
}
