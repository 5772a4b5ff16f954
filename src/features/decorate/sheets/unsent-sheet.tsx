import { Text, View } from '@tarojs/components'
import { useEffect, useRef } from 'react'
import { aria } from '@/platform/aria'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { decorateWords } from '@/words/zh/decorate'
import type { Unsent } from '../unsent'

const words = decorateWords.unsent

interface UnsentSheetProps {
  /** Nothing once all of it is on the server. */
  unsent: Unsent | undefined
  onPublish(): void
  onClose(): void
}

const hintOf = ({ how }: Unsent): string => {
  if (how === 'refused') return words.refused
  return how === 'no network' ? `${words.noNetwork}${words.waits}` : words.waits
}

/** Before publishing: a voice or photo is still on this phone. It waits until they are sent, or publishes without. */
export function UnsentSheet({ unsent, onPublish, onClose }: UnsentSheetProps) {
  const publish = useRef(onPublish)
  publish.current = onPublish
  const sent = unsent === undefined
  useEffect(() => {
    if (sent) publish.current()
  }, [sent])
  if (!unsent) return null
  return (
    <Sheet title={words.title} onClose={onClose}>
      <View className="decorate-conflict">
        {unsent.voices > 0 && <Text>{words.voices}</Text>}
        {unsent.photos > 0 && <Text>{words.photos}</Text>}
        <Text {...aria({ role: 'status' })}>{hintOf(unsent)}</Text>
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
