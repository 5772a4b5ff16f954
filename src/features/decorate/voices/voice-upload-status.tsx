import { Text, View } from '@tarojs/components'
import type { Id } from '@/domain/id'
import { decorateWords } from '@/locales/look/decorate'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { Alert, Status } from '@/ui/text/alert'
import { usePendingVoices } from './pending-voices'

const words = decorateWords.voice

/** The upload progress or failure of a recording. Without a network the upload is retried in the background. */
export function VoiceUploadStatus({ id }: { id: Id }) {
  const sending = usePendingVoices((state) => state.sending[id])
  const { sendNow } = usePendingVoices.getState()
  if (sending?.kind === 'refused')
    return <Alert className="voice-field__fault">{words.refused(sending.failure)}</Alert>
  if (sending?.kind === 'waiting')
    return (
      <>
        <Status className="voice-field__hint">{words.storedOnPhone}</Status>
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
