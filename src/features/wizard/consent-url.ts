import { urlOf } from '@/routes'
import type { ShopDraft } from './shop-draft'

/** The page that asks for consent, in the centre of a help; `again` for the shop that was begun under that help. */
export function consentUrl(help: ShopDraft['help'], again?: 'again'): string {
  return urlOf('help', {
    // drafts of older versions lack the centre
    ...(help?.centre === undefined ? {} : { centre: help.centre }),
    ...(help && again ? { again: help.id } : {}),
  })
}
