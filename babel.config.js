// Browsers take their targets from browserslist; Jest runs on the Node that runs it.
// What is true of all of our code, and makes what `?.`, `??` and `...` become half as long
const assumptions = { noDocumentAll: true, setSpreadProperties: true, ignoreFunctionLength: true }

module.exports = (api) => {
  const test = api.env('test')
  // WeChat runs on iOS 13 or its own V8 today, so a mini-program that is to be small need not be ES5
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
          ...(small ? { targets: { ios: '11', chrome: '79' } } : {}),
        },
      ],
    ],
  }
}
