/** A mini-program has the layout of phones, also in WeChat on a computer. */
export const mayBeWide: boolean = false

export const useWideWindow = (): boolean => mayBeWide

export const useWideShopWindow = (): boolean => mayBeWide
