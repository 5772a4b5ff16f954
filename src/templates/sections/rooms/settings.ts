import type { SoldOutPlace } from '../../goods/visible-products'
import type { SectionPlacement } from '../../section-placement'

export const roomForms = ['rooms', 'menu'] as const

/** Products by category: rooms with a large picture each, or a menu with prices at the end of dotted lines. */
export type RoomsSettings = {
  title: string
  form: (typeof roomForms)[number]
  soldOut: SoldOutPlace
}

export const roomsDefaults: RoomsSettings = { title: '', form: 'rooms', soldOut: 'last' }

export const placement: SectionPlacement = { loading: 'lazy' }
