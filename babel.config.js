// Browsers take their targets from browserslist; Jest runs on the Node that runs it.
module.exports = (api) => {
  const test = api.env('test')
  return {
    presets: [
      [
        'taro',
        {
          framework: 'react',
          ts: true,
          compiler: 'webpack5',
          ...(test ? { targets: { node: 'current' } } : {}),
        },
      ],
    ],
  }
}
