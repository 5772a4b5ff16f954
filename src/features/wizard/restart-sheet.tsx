import { Text, View } from '@tarojs/components'
import { wizardWords } from '@/locales/zh-CN/wizard'
import { localPhotos } from '@/platform/media/photos'
import { stepHistory } from '@/platform/navigation/step-history'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { useDraft } from './draft'
import './restart-sheet.scss'

async function clear() {
  const { draft, restart } = useDraft.getState()
  await stepHistory.unwind()
  for (const id of [draft.photoId, draft.lastPhotoId]) if (id) void localPhotos.drop(id)
  restart()
}

/** Asks once before a draft is thrown away. */
export function RestartSheet({ onClose }: { onClose(): void }) {
  const yes = () => void clear().then(onClose)
  return (
    <Sheet title={wizardWords.restartAsk} onClose={onClose}>
      <View className="restart-sheet">
        <Text>{wizardWords.restartText}</Text>
        <Button kind="soft" onPress={onClose}>
          {wizardWords.restartNo}
        </Button>
        <Button kind="bad" onPress={yes}>
          {wizardWords.restartYes}
        </Button>
      </View>
    </Sheet>
  )
}
