import { dayOf } from '@/domain/day'
import type { DocumentKind } from '@/domain/documents'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { storage } from '@/platform/storage/storage'
import { call } from './call'

/**
 * Stores that the person agrees to the documents in force, once a day. It is called after what the agreement was for, and waits for
 * nothing: failing, it is repeated with the next time.
 */
export async function agreeToDocuments(kinds: readonly DocumentKind[]): Promise<void> {
  const key = `agreed:${kinds.join()}`
  const today = dayOf(serverNow())
  if (storage.get(key) === today) return
  const result = await call('PUT /api/me/consents', { body: { kinds: [...kinds] } })
  if (result.ok) storage.set(key, today)
}
