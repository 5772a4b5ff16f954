/**
 * Minifier options of both builds. Chinese text stays unescaped, which halves its size, and names of functions are dropped.
 * @param ecma newest JavaScript version of the output
 */
export const terser = (ecma: 5 | 2018) => ({
  enable: true,
  config: {
    ecma,
    keep_fnames: false,
    compress: { ecma, passes: 3, unsafe_arrows: ecma > 5, pure_getters: ecma > 5 },
    output: { ecma, ascii_only: false, comments: false, keep_quoted_props: false, quote_keys: false },
  },
})
