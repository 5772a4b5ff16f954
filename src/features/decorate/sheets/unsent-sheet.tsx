import { Text, View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { decorateWords } from '@/locales/zh-CN/decorate'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { type Unsent, usePhotosOnTheWay } from '../sync/pending-uploads'

const words = decorateWords.unsent

interface UnsentSheetProps {
  /** Nothing once all of it is on the server. */
  unsent: Unsent | undefined
  onPublish(): void
  onClose(): void
}

const hintOf = (unsent: Unsent | undefined): string => {
  const how = unsent?.how
  if (how === 'refused') return words.refused
  return how === 'no network' ? `${words.noNetwork}${words.waits}` : words.waits
}

/**
 * Before publishing: a voice or photo is still on this phone. It waits until they are sent, or publishes without; where a photo
 * was not taken, it says so and publishes nothing by itself.
 */
export function UnsentSheet({ unsent, onPublish, onClose }: UnsentSheetProps) {
  const publish = useRef(onPublish)
  publish.current = onPublish
  const missed = usePhotosOnTheWay((photos) => photos.missed)
  const [before] = useState(missed)
  const lost = missed > before
  const sent = unsent === undefined && !lost
  useEffect(() => {
    if (sent) publish.current()
  }, [sent])
  if (sent) return null
  return (
    <Sheet title={words.title} onClose={onClose}>
      <View className="decorate-conflict">
        {unsent && unsent.voices > 0 && <Text>{words.voices}</Text>}
        {unsent && unsent.photos > 0 && <Text>{words.photos}</Text>}
        <Text {...aria({ role: 'status' })}>{lost ? words.lost : hintOf(unsent)}</Text>
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
