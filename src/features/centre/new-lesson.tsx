import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { sendOnce } from '@/api/send-once'
import type { Failure } from '@/domain/failure'
import { type LessonKind, lessonKinds } from '@/domain/lesson/lesson'
import { describeFailure } from '@/locales/failure'
import { centreWords as words } from '@/locales/lesson/centre'
import { aria } from '@/platform/a11y/aria'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Segmented } from '@/ui/segmented/segmented'
import { Alert } from '@/ui/text/alert'
import './centre.scss'

const kinds = lessonKinds.map((key) => ({ key, words: words.kinds[key] }))

const openingFault = (failure: Failure): string =>
  failure.code === 'not-allowed-now' ? words.tooManyOpen : describeFailure(failure)

/** Opens a lesson of real shops, or of shops for practice, and goes into it. */
export function NewLesson({ centre, isOneOpen }: { centre: string; isOneOpen: boolean }) {
  const [kind, setKind] = useState<LessonKind>('real')
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string>()

  async function open() {
    setBusy(true)
    setFault(undefined)
    const result = await sendOnce(`open a ${kind} lesson in ${centre}`, (lessonId) =>
      call<'PUT /api/centres/:centre/lessons/:lessonId'>('PUT /api/centres/:centre/lessons/:lessonId', {
        params: { centre, lessonId },
        body: { kind },
      }),
    )
    setBusy(false)
    if (result.ok) go(urlOf('lessonConsole', { lesson: result.data.id }))
    else setFault(openingFault(result.failure))
  }

  return (
    <View className="centre-part">
      <Segmented<LessonKind> label={words.kind} options={kinds} value={kind} onChange={setKind} />
      <Text className="centre__note" {...aria({ live: 'polite' })}>
        {words.kindNotes[kind]}
      </Text>
      <Alert className="centre-part__fault">{fault}</Alert>
      <Button kind={isOneOpen ? 'line' : 'main'} busy={busy && words.opening} onPress={() => void open()}>
        {isOneOpen ? words.openAnother : words.openLesson}
      </Button>
    </View>
  )
}
