import { useRef } from 'react'
import { call } from '@/api/call'
import type { Result } from '@/api/result'
import { sendFile } from '@/api/send-file'
import type { HandoverDraft } from '@/contract/shop/handovers'
import { isTransient } from '@/domain/failure'
import type { Id } from '@/domain/id'
import { giveWords as words } from '@/locales/shop/handover'
import { newId } from '@/platform/device/new-id'
import { localPhotos } from '@/platform/media/photos'
import { Button } from '@/ui/button/button'
import { Notice } from '@/ui/notice/notice'
import { Page } from '@/ui/page/page'
import { GiveScreen } from './give-screen'
import type { Offer } from './use-offer'

interface GiveDraftProps {
  /** `null` when nothing was begun for another person. */
  draft: HandoverDraft | null
  /** The photo on this phone. */
  photoId: Id | null
  /** The other phone has stored everything. */
  onReceived(): void
  /** Asks the person again, to go on with the draft on this phone. */
  onAskAgain(): void
  /** Opens a shop for the next person. */
  onNext(): void
}

type DraftRoute = 'PUT /api/shops/:shopId/draft-handovers/:handoverId'

/** Passes what was begun in the wizard to the phone of its person. */
export function GiveDraft({ draft: current, photoId, onReceived, onAskAgain, onNext }: GiveDraftProps) {
  // the draft is forgotten while this page still says where it went
  const draft = useRef(current).current
  const make = useMakeDraftOffer(photoId)
  if (!draft)
    return (
      <Page title={words.titles.draft}>
        <Notice icon="store" title={words.missingDraft.title} text={words.missingDraft.text}>
          <Button onPress={onNext}>{words.missingDraft.open}</Button>
        </Notice>
      </Page>
    )
  const askAgain = <Button onPress={onAskAgain}>{words.askAgain}</Button>
  return (
    <GiveScreen
      kind="draft"
      make={(handoverId) => make(draft, handoverId)}
      missing={
        <Notice icon="clock" title={words.consentOver.title} text={words.consentOver.text}>
          {askAgain}
        </Notice>
      }
      late={
        <Notice icon="clock" title={words.late.title} text={words.late.text}>
          {askAgain}
        </Notice>
      }
      onDone={onReceived}
      next={<Button onPress={onNext}>{words.another}</Button>}
    />
  )
}

/**
 * Uploads a copy of the photo and makes the code. Each code has a copy of its own, because the server deletes that of a code that has
 * ended; a photo that cannot be sent is left out.
 */
function useMakeDraftOffer(localId: Id | null) {
  const copy = useRef({ of: '', id: '', isSent: false })

  return async (draft: HandoverDraft, handoverId: Id): Promise<Result<Offer>> => {
    if (copy.current.of !== handoverId) copy.current = { of: handoverId, id: newId(), isSent: false }
    const { id } = copy.current
    if (localId && !copy.current.isSent) {
      const upload = { id: localId, path: `/api/photos/${id}`, missing: 'not-a-photo' as const }
      const sent = await sendFile<unknown>(localPhotos, upload)
      if (!sent.ok && isTransient(sent.failure.code)) return sent
      copy.current.isSent = sent.ok
    }
    const photo = copy.current.isSent ? { photoId: id } : {}
    return call<DraftRoute>('PUT /api/shops/:shopId/draft-handovers/:handoverId', {
      params: { shopId: draft.shopId, handoverId },
      body: { draft, ...photo },
    })
  }
}
