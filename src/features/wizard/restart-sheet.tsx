import { Text, View } from '@tarojs/components'
import { wizardWords } from '@/locales/shop/wizard'
import { localPhotos } from '@/platform/media/photos'
import { replace } from '@/platform/navigation/navigate'
import { stepHistory } from '@/platform/navigation/step-history'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { consentUrl } from './consent-url'
import { useDraft } from './shop-draft'
import './restart-sheet.scss'

async function discardDraft() {
  const { draft, restart } = useDraft.getState()
  await stepHistory.unwind()
  for (const id of [draft.photoId, draft.lastPhotoId]) if (id) void localPhotos.drop(id)
  restart()
  // the consent was for the shop that is gone
  if (draft.help) replace(consentUrl(draft.help))
}

/** Asks for confirmation before the draft is discarded. */
export function RestartSheet({ onClose }: { onClose(): void }) {
  const yes = () => void discardDraft().then(onClose)
  return (
    <Sheet title={wizardWords.restartAsk} onClose={onClose}>
      <View className="restart-sheet">
        <Text>{wizardWords.restartText}</Text>
        <Button kind="line" onPress={onClose}>
          {wizardWords.restartNo}
        </Button>
        <Button kind="bad" onPress={yes}>
          {wizardWords.restartYes}
        </Button>
      </View>
    </Sheet>
  )
}
