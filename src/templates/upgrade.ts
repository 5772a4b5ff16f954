import { LOOK_FORMAT, type Look } from '@/domain/look'
import type { Theme } from '@/domain/theme'

/** A look of any past form, as it was kept. */
type OldLook = Omit<Look, 'format' | 'theme'> & { format?: number; theme: Partial<Theme> & { brand: string } }

/** To `format` n + 1 from n, at n − 1. What is here stays as it is: shops of that time still come by. */
const upgrades: readonly ((look: OldLook) => OldLook)[] = [
  // 1: themes of fixed colours, without headings and cards of a form
  (look) => ({
    ...look,
    theme: { ...look.theme, seed: look.theme.brand, titles: 'plain', cards: 'paper' },
  }),
  // 2: how to reach a shop had no WeChat id
  (look) => ({
    ...look,
    sections: look.sections.map((section) =>
      section.kind === 'contact' ? { ...section, settings: { wechat: '', ...section.settings } } : section,
    ),
  }),
]

/**
 * A look of any past form in today's. Today's is answered as it is, and so is one of a form to come, of which what is known here
 * is shown: it must not pass for an older one when a newer program reads it again.
 */
export function upgradeLook(stored: Look | OldLook): Look {
  const from = stored.format ?? 1
  if (from >= LOOK_FORMAT) return stored as Look
  const look = upgrades.slice(from - 1).reduce((older, upgrade) => upgrade(older), stored as OldLook)
  return { ...look, format: LOOK_FORMAT } as Look
}
