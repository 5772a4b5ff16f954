const { existsSync } = require('node:fs')
const path = require('node:path')

// The builds of the apps; their targets come from browserslist. Jest compiles with swc (jest.config.js).

// What is true of all of our code, and makes what `?.`, `??` and `...` become half as long
const assumptions = {
  noDocumentAll: true,
  setSpreadProperties: true,
  ignoreFunctionLength: true,
  // template literals hold texts and numbers
  ignoreToPrimitiveHint: true,
  objectRestNoSymbols: true,
  // loops run over collections, not over generators that have to be closed
  skipForOfIteratorClosing: true,
  setPublicClassFields: true,
  noClassCalls: true,
}

// iOS 11.3 and Chrome 79 run these as they are; preset-env rewrites them for iOS 11.0 and for faults that this source does
// not meet: tagged templates (Safari below 13), a parameter named like its own function expression (below 16.3)
const native = [
  'transform-object-rest-spread',
  'transform-template-literals',
  'transform-parameters',
  'transform-destructuring',
]

const hasOneLanguage = !existsSync(path.join(__dirname, 'src/translations'))

module.exports = (api) => {
  api.cache.forever()
  // WeChat runs on iOS 11.3 or its own V8 at least, so a mini-program that is to be small may be ES2018
  const small = process.env.KZ_APP === 'one-shop' && process.env.TARO_ENV === 'weapp'
  return {
    assumptions,
    plugins: [[path.join(__dirname, 'config/translated-texts.js'), { hasOneLanguage }]],
    presets: [
      [
        'taro',
        {
          framework: 'react',
          ts: true,
          compiler: 'webpack5',
          ...(small ? { targets: { ios: '11', chrome: '79' }, exclude: native } : {}),
        },
      ],
    ],
  }
}
