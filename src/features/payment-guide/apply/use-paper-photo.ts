import { useEffect, useRef, useState } from 'react'
import { uploadPaper } from '@/api/upload-paper'
import type { Failure } from '@/domain/failure'
import type { Id } from '@/domain/id'
import { describeFailure } from '@/locales/failure'
import { applyWords as words } from '@/locales/payment/payment-application'
import { photoErrorWords } from '@/locales/product/photo'
import { useIsMounted } from '@/platform/lifecycle/use-is-mounted'
import { localPhotos } from '@/platform/media/photos'
import { useLocalPhoto, usePhotoPicker } from '@/platform/media/use-photos'
import type { PaperPath } from './application-draft'
import type { ApplicationForm } from './use-application-form'
import { usePaperConsent } from './use-paper-consent'

type UploadState = { kind: 'idle' } | { kind: 'sending'; part: number } | { kind: 'failed'; why: string }

export type PaperPhoto = ReturnType<typeof usePaperPhoto>

const reasonOf = (failure: Failure): string =>
  failure.code === 'payment-unavailable' ? words.photoUnavailable : describeFailure(failure)

/** A paper's photo: taken or picked, stored on this phone, and uploaded at once; an unfinished upload goes on when the form opens. */
export function usePaperPhoto(form: ApplicationForm, path: PaperPath) {
  const { shopId, draft, setPaper } = form
  const paper = draft.papers[path]
  const [upload, setUpload] = useState<UploadState>({ kind: 'idle' })
  const latest = useRef<Id>()
  const isMounted = useIsMounted()

  async function send(photoId: Id) {
    latest.current = photoId
    // a photo that was replaced meanwhile says nothing any more
    const report = (state: UploadState) => isMounted.current && latest.current === photoId && setUpload(state)
    report({ kind: 'sending', part: 0 })
    const result = await uploadPaper(shopId, photoId, (part) => report({ kind: 'sending', part }))
    report(result.ok ? { kind: 'idle' } : { kind: 'failed', why: reasonOf(result.failure) })
    if (result.ok)
      setPaper(path, (now) => (now?.photoId === photoId ? { ...now, mediaId: result.data.mediaId } : now))
  }

  const { request, busy, error } = usePhotoPicker({
    subject: 'paper',
    onStored(photoId) {
      if (paper) void localPhotos.drop(paper.photoId)
      setPaper(path, () => ({ photoId }))
      void send(photoId)
    },
  })

  const resume = useRef(() => {
    if (paper && paper.mediaId === undefined) void send(paper.photoId)
  })
  useEffect(() => resume.current(), [])

  return {
    request: usePaperConsent(form, request),
    /** The URL of the copy on this phone. */
    source: useLocalPhoto(paper?.photoId ?? null) ?? undefined,
    upload,
    isUploaded: paper?.mediaId !== undefined,
    /** True while a chosen photo is prepared. */
    isPreparing: busy,
    /** Why no photo could be taken. */
    error: error && photoErrorWords[error],
    retry: () => paper && void send(paper.photoId),
  }
}
