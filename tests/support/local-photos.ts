import { type LocalPhotos, PhotoError, type PickedPhoto } from '@/platform/media/local-photo'

const kept = new Set<string>()

/** A chosen picture; `broken` cannot be read. */
const picked = (trouble?: 'broken'): PickedPhoto => ({
  async keep(id) {
    if (trouble) throw new PhotoError('unreadable')
    kept.add(id)
  },
})

/** Photos of a phone in memory: picked at once; `album.reply` is what an upload is answered, `null` for a dead network. */
export const album = {
  reply: (id: string): { status: number; body: string } | null => ({
    status: 200,
    body: JSON.stringify({ id, hash: 'a'.repeat(32), sizes: [] }),
  }),
  kept,
  /** What is chosen at once. */
  chosen: [undefined] as (undefined | 'broken')[],
  /** How many could be chosen at most. */
  most: 0,
}

export const localPhotos: LocalPhotos = {
  pick: async (id) => Boolean(kept.add(id)),
  pickSeveral: async (_from, most) => {
    album.most = most
    return album.chosen.map(picked)
  },
  source: async (id) => (kept.has(id) ? `data:,${id}` : null),
  upload: async (id, _url, _token, progress) => {
    progress?.(0.5)
    const reply = album.reply(id)
    if (!reply) throw new Error('offline')
    return reply
  },
  drop: async (id) => void kept.delete(id),
}
