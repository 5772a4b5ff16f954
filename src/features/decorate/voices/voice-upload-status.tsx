import { Text, View } from '@tarojs/components'
import type { Id } from '@/domain/id'
import { decorateWords } from '@/locales/look/decorate'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { usePendingVoices } from './pending-voices'

const words = decorateWords.voice

/** The upload progress or failure of a recording. Without a network the upload is retried in the background. */
export function VoiceUploadStatus({ id }: { id: Id }) {
  const sending = usePendingVoices((state) => state.sending[id])
  const { sendNow } = usePendingVoices.getState()
  if (sending?.kind === 'refused')
    return (
      <Text className="voice-field__fault" {...aria({ role: 'alert' })}>
        {words.refused(sending.failure)}
      </Text>
    )
  if (sending?.kind === 'waiting')
    return (
      <>
        <Text className="voice-field__hint" {...aria({ role: 'status' })}>
          {words.storedOnPhone}
        </Text>
        <Button kind="soft" icon="refresh" onPress={sendNow}>
          {words.retry}
        </Button>
      </>
    )
  const part = sending?.part ?? 0
  return (
    <View {...aria({ role: 'status' })}>
      <Text className="voice-field__hint">{words.sending(part)}</Text>
      <View className="voice-field__way">
        <View className="voice-field__gone" style={{ width: `${part * 100}%` }} />
      </View>
    </View>
  )
}
