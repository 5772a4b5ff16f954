import { LOOK_FORMAT, type Look } from '@/domain/look/look'
import type { Theme } from '@/domain/look/theme'

/** A stored look of any past format. */
type OldLook = Omit<Look, 'format' | 'theme'> & { format?: number; theme: Partial<Theme> & { brand: string } }

/** The upgrade from format n to n + 1, at index n − 1. Never change one: stored looks of that format still exist. */
const upgrades: readonly ((look: OldLook) => OldLook)[] = [
  // format 1: themes had fixed colors and no form of titles and cards
  (look) => ({
    ...look,
    theme: { ...look.theme, seed: look.theme.brand, titles: 'plain', cards: 'paper' },
  }),
  // format 2: the contact section had no WeChat id
  (look) => ({
    ...look,
    sections: look.sections.map((section) =>
      section.kind === 'contact' ? { ...section, settings: { wechat: '', ...section.settings } } : section,
    ),
  }),
]

/**
 * Upgrades a look to the current format. A look of the current or of a later format is returned unchanged: a later one must keep
 * its format number for newer versions of the program.
 */
export function upgradeLook(stored: Look | OldLook): Look {
  const from = stored.format ?? 1
  if (from >= LOOK_FORMAT) return stored as Look
  const look = upgrades.slice(from - 1).reduce((older, upgrade) => upgrade(older), stored as OldLook)
  return { ...look, format: LOOK_FORMAT } as Look
}
