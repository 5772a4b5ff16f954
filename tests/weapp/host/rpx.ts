/** Turns every `rpx` of a style text into px for a window `width` px wide: floored, and at least 1, as WeChat does. */
export function rpxToPx(css: string, width: number): string {
  return css.replace(/(-?\d*\.?\d+)rpx/g, (_match, digits: string) => {
    const amount = Number(digits)
    if (amount === 0) return '0px'
    const px = Math.floor((Math.abs(amount) * width) / 750 + 1e-4) || 1
    return `${amount < 0 ? -px : px}px`
  })
}

/** Height of the drawn title bar. In WeChat a page's own window begins below it. */
const BAR_HEIGHT = 44

/** Turns `vh` and its kin (`dvh`) into hundredths of the window below the title bar, as WeChat counts it. */
export const vhBelowBar = (css: string): string =>
  css.replace(
    /(\d*\.?\d+)[dls]?vh\b/g,
    (_match, amount: string) => `calc((100vh - ${BAR_HEIGHT}px) * ${Number(amount) / 100})`,
  )
