export interface PastedList {
  /** What the shop sells in this group buy; skuId is any short text. */
  goods: readonly { skuId: string; productName: string; label?: string; unit: string }[]
  points: readonly { id: string; name: string }[]
  text: string
  /**
   * One per entry line that remains at the end, in the order of the text. A number that appears again
   * replaces the earlier line. Cancelled ones are absent or kind 'cancel'.
   */
  entries: readonly {
    number?: number
    name?: string
    phone?: string
    pointId?: string
    /** The goods and quantities that are certain, in units of the sku. */
    lines: readonly { skuId: string; quantity: number }[]
    /** True where a careful human could not be sure what goods or quantity are meant. */
    isOpen?: boolean
    kind?: 'cancel'
  }[]
}
