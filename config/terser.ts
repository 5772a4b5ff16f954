/**
 * Minifier options of a mini-program. Chinese text stays unescaped, which halves its size.
 * @param ecma newest JavaScript version of the output
 */
export const terser = (ecma: 5 | 2018) => ({
  enable: true,
  config: {
    ecma,
    compress: { ecma, passes: 3, unsafe_arrows: ecma > 5 },
    output: { ecma, ascii_only: false, comments: false },
  },
})
