/** Converts `rpx` to px for a window `width` px wide. Values are rounded down but are at least 1 px, as in WeChat. */
export function rpxToPx(css: string, width: number): string {
  return css.replace(/(-?\d*\.?\d+)rpx/g, (_match, digits: string) => {
    const amount = Number(digits)
    if (amount === 0) return '0px'
    const px = Math.floor((Math.abs(amount) * width) / 750 + 1e-4) || 1
    return `${amount < 0 ? -px : px}px`
  })
}

/** Height of the title bar in px. In WeChat the viewport of a page begins below it. */
const TITLE_BAR_HEIGHT = 44

/** Converts `vh`, `dvh`, `svh` and `lvh` to hundredths of the window height below the title bar, as in WeChat. */
export const vhBelowTitleBar = (css: string): string =>
  css.replace(
    /(\d*\.?\d+)[dls]?vh\b/g,
    (_match, amount: string) => `calc((100vh - ${TITLE_BAR_HEIGHT}px) * ${Number(amount) / 100})`,
  )
