import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { helpConsentWords } from '@/locales/help'
import { Button } from '@/ui/button/button'
import { Notice } from '@/ui/notice/notice'
import { Sheet } from '@/ui/sheet/sheet'

const words = helpConsentWords.unfinished

/** Says that another shop was begun on this phone: it is finished first, or discarded after a confirmation. */
export function UnfinishedNotice({ onResume, onDiscard }: { onResume(): void; onDiscard(): void }) {
  const [isConfirming, setIsConfirming] = useState(false)
  return (
    <Notice icon="store" title={words.title} text={words.text}>
      <Button onPress={onResume}>{words.go}</Button>
      <Button kind="line" onPress={() => setIsConfirming(true)}>
        {words.drop}
      </Button>
      {isConfirming && (
        <Sheet title={words.ask} onClose={() => setIsConfirming(false)}>
          <View className="handover__group">
            <Text>{words.askText}</Text>
            <Button kind="soft" onPress={() => setIsConfirming(false)}>
              {words.keep}
            </Button>
            <Button kind="bad" onPress={onDiscard}>
              {words.yes}
            </Button>
          </View>
        </Sheet>
      )}
    </Notice>
  )
}
