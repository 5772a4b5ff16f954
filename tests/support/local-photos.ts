import {
  type LocalPhotos,
  PhotoError,
  type PhotoSource,
  type PhotoSubject,
  type PickedPhoto,
} from '@/platform/media/local-photo'

const storedPhotos = new Set<string>()

/** A picked photo; `broken` makes reading it fail. */
const picked = (broken?: 'broken'): PickedPhoto => ({
  async save(id) {
    await album.onSave?.()
    if (broken) throw new PhotoError('unreadable')
    storedPhotos.add(id)
  },
})

/** In-memory photos of a phone. `album.reply` is the reply to an upload; `null` is a dead network. */
export const album = {
  reply: (id: string): { status: number; body: string } | null => ({
    status: 200,
    body: JSON.stringify({ id, hash: 'a'.repeat(32), sizes: [] }),
  }),
  storedPhotos,
  /** The photos picked at once. */
  chosen: [undefined] as (undefined | 'broken')[],
  /** The source, the limit and the subject passed to the last pick. */
  from: undefined as PhotoSource | undefined,
  most: 0,
  /** Runs before a photo is stored. */
  onSave: undefined as (() => Promise<void>) | undefined,
  subject: undefined as PhotoSubject | undefined,
  /** The addresses of downloaded photos, which cannot be read while `broken`. */
  downloaded: [] as string[],
  broken: undefined as 'broken' | undefined,
}

export const localPhotos: LocalPhotos = {
  pick: async (from, most, subject) => {
    album.from = from
    album.most = most
    album.subject = subject
    return album.chosen.map(picked)
  },
  source: async (id) => (storedPhotos.has(id) ? `data:,${id}` : null),
  upload: async (id, _url, _token, progress) => {
    progress?.(0.5)
    const reply = album.reply(id)
    if (!reply) throw new Error('offline')
    return reply
  },
  drop: async (id) => void storedPhotos.delete(id),
  download: async (url) => {
    album.downloaded.push(url)
    return picked(album.broken)
  },
}
