/** What the server says about a shop to those who do not open it: search engines, and chat apps that show a card. */
export const firstPaintWords = {
  site: '开张',
  gone: '这家店找不到了',
  describe: (place: string | undefined, goods: readonly string[], notice: string | undefined) =>
    [place, goods.length > 0 ? `卖${goods.join('、')}` : '', notice].filter(Boolean).join('。'),
} as const
