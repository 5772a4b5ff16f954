// Browsers take their targets from browserslist; Jest runs on the Node that runs it.
// What is true of all of our code, and makes what `?.`, `??` and `...` become half as long
const assumptions = { noDocumentAll: true, setSpreadProperties: true, ignoreFunctionLength: true }

// What those phones have, but for corners that our code does not use: the order in which a pattern's defaults are read,
// and the identity of tagged templates
const native = ['transform-destructuring', 'transform-template-literals']

module.exports = (api) => {
  const test = api.env('test')
  // WeChat runs on iOS 11.3 or its own V8 at least, so a mini-program that is to be small may be ES2018
  const small = process.env.KZ_APP === 'one-shop' && process.env.TARO_ENV === 'weapp'
  return {
    assumptions,
    presets: [
      [
        'taro',
        {
          framework: 'react',
          ts: true,
          compiler: 'webpack5',
          ...(test ? { targets: { node: 'current' } } : {}),
          ...(small
            ? {
                targets: { ios: '11.3', chrome: '79' },
                exclude: native,
                include: ['transform-optional-catch-binding'],
              }
            : {}),
        },
      ],
    ],
  }
}
