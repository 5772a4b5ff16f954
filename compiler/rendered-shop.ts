import type { Carried } from '@/platform/carried-shop'

let shown: Carried | null = null

/** Stands in for `@/platform/carried` where a first screen is rendered: the shop that is being rendered. */
export const carried = (): Carried | null => shown

/** Renders something as the app of a shop does; at once, so that no other shop can come in between. */
export function asAppOf<T>(shop: Carried, render: () => T): T {
  shown = shop
  try {
    return render()
  } finally {
    shown = null
  }
}
