const postcss = require('postcss')

/** Selectors of the Taro components that are used. */
const USED = /taro-(img|text|input|scroll)|weui-input|^\*|^[a-z]/

/** @param {import('postcss').ChildNode} node */
const isUsed = (node) => node.type === 'rule' && node.selectors.some((selector) => USED.test(selector))

/** Keeps only the rules of used components from Taro's styles. The rest is an icon font, buttons and pickers. */
module.exports = function taroStyles(/** @type {string} */ css) {
  const root = postcss.parse(css)
  root.each((node) => {
    if (!isUsed(node)) node.remove()
  })
  return root.toString()
}
