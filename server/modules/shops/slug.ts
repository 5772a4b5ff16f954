import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { shopIdOfSlug } from './store'

const LETTERS = '0123456789abcdefghijklmnopqrstuvwxyz'
const LENGTH = 8

/** The largest multiple of 36 in a byte. Larger bytes are skipped, because they would favour some letters. */
const FAIR = 252

function draw(random: AppDependencies['random']): string {
  let slug = ''
  while (slug.length < LENGTH)
    for (const byte of random(LENGTH * 2))
      if (byte < FAIR && slug.length < LENGTH) slug += LETTERS.charAt(byte % LETTERS.length)
  return slug
}

export async function createSlug(tx: Query, random: AppDependencies['random']): Promise<string> {
  for (;;) {
    const slug = draw(random)
    if ((await shopIdOfSlug(tx, slug)) === undefined) return slug
  }
}
