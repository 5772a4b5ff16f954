/**
 * How a mini-program's scripts are made small: Chinese as it is, which is half as long as escaped; of a shop's own app also in
 * today's JavaScript.
 * @param ecma newest JavaScript that comes out
 */
export const terser = (ecma: 5 | 2018) => ({
  enable: true,
  config: {
    ecma,
    compress: { ecma, passes: 3, unsafe_arrows: ecma > 5 },
    output: { ecma, ascii_only: false, comments: false },
  },
})
