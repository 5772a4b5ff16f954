import { Image, View } from '@tarojs/components'
import { photoErrorWords } from '@/locales/product/photo'
import { photoAdviceWords as words } from '@/locales/product/photo-advice'
import { joinSentences } from '@/locales/speech'
import type { AdvisedPhotoPicker, PhotoAdvice } from '@/platform/media/advised-photos'
import { imageProps } from '@/platform/media/assets'
import { useLocalPhoto } from '@/platform/media/use-photos'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { Speaker } from '@/ui/speaker/speaker'
import { Alert } from '@/ui/text/alert'
import { faultDrawing } from './fault-drawing'
import './photo-advice-sheet.scss'

type PickerState = Pick<AdvisedPhotoPicker, 'advice' | 'busy' | 'error'>

/** The question about a photo with a fault; nothing while there is none. The next photo's sheet is a new one, with a new guard. */
export const PhotoAdviceSheet = ({ picker }: { picker: PickerState }) =>
  picker.advice ? <AdviceSheet key={picker.advice.id} picker={picker} advice={picker.advice} /> : null

/** Shows the photo and how to take a better one. Closing it keeps the photo. */
function AdviceSheet({ picker: { busy, error }, advice }: { picker: PickerState; advice: PhotoAdvice }) {
  const photo = useLocalPhoto(advice.id)
  const text = words[advice.fault]
  return (
    <Sheet
      title={text}
      onClose={advice.keep}
      foot={
        <View className="sheet__ask">
          <Button icon={advice.from} disabled={busy} onPress={advice.retake}>
            {words.retake}
          </Button>
          <Button kind="soft" disabled={busy} onPress={advice.keep}>
            {words.keep}
          </Button>
        </View>
      }
    >
      <View className="sheet__ask">
        <View className="photo-advice">
          {[photo ?? '', faultDrawing(advice.fault)].map((src) => (
            <Image
              key={src}
              className="photo-advice__picture"
              mode="aspectFit"
              src={src}
              {...imageProps('', false)}
            />
          ))}
        </View>
        <Alert className="photo-advice__error">{error && photoErrorWords[error]}</Alert>
        <Speaker text={joinSentences(text, words.spoken)} isPrompt />
      </View>
    </Sheet>
  )
}
