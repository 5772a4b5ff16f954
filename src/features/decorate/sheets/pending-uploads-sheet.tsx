import { Text, View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { decorateWords } from '@/locales/look/decorate'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { Status } from '@/ui/text/alert'
import { type PendingUploads, usePendingPhotos } from '../sync/pending-uploads'

const words = decorateWords.pendingUploads

interface PendingUploadsSheetProps {
  /** `undefined` once the server has everything. */
  pending: PendingUploads | undefined
  onPublish(): void
  onClose(): void
}

const hintOf = (pending: PendingUploads | undefined): string => {
  const state = pending?.state
  if (state === 'refused') return words.refused
  return state === 'no network' ? `${words.noNetwork}${words.waits}` : words.waits
}

/**
 * Shown before publishing while uploads are pending. Publishes once they are done, or at once without them; if a photo upload
 * fails, it says so and does not publish by itself.
 */
export function PendingUploadsSheet({ pending, onPublish, onClose }: PendingUploadsSheetProps) {
  const publish = useRef(onPublish)
  publish.current = onPublish
  const failures = usePendingPhotos((photos) => photos.unreportedFailures)
  const [failuresBefore] = useState(failures)
  const hasFailed = failures > failuresBefore
  const isDone = pending === undefined && !hasFailed
  useEffect(() => {
    if (isDone) publish.current()
  }, [isDone])
  if (isDone) return null
  return (
    <Sheet title={words.title} onClose={onClose}>
      <View className="decorate-conflict">
        {pending && pending.voices > 0 && <Text>{words.voices}</Text>}
        {pending && pending.photos > 0 && <Text>{words.photos}</Text>}
        <Status>{hasFailed ? words.lost : hintOf(pending)}</Status>
        <Button kind="soft" onPress={onPublish}>
          {words.go}
        </Button>
        <Button kind="line" onPress={onClose}>
          {words.stay}
        </Button>
      </View>
    </Sheet>
  )
}
