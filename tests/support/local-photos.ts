import type { LocalPhotos } from '@/platform/local-photo'

const kept = new Set<string>()

/** Photos of a phone in memory: picked at once; `album.reply` is what an upload is answered, `null` for a dead network. */
export const album = {
  reply: (id: string): { status: number; body: string } | null => ({
    status: 200,
    body: JSON.stringify({ id, hash: 'a'.repeat(32), sizes: [] }),
  }),
  kept,
}

export const localPhotos: LocalPhotos = {
  pick: async (id) => Boolean(kept.add(id)),
  source: async (id) => (kept.has(id) ? `data:,${id}` : null),
  upload: async (id, _url, _token, progress) => {
    progress?.(0.5)
    const reply = album.reply(id)
    if (!reply) throw new Error('offline')
    return reply
  },
  drop: async (id) => void kept.delete(id),
}
