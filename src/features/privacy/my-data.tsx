import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { type FileLinkState, useFileLink } from '@/api/use-file-link'
import type { PersonalData } from '@/domain/shop/closing'
import { describeFailure } from '@/locales/failure'
import { myDataWords as words } from '@/locales/person/my-data'
import { newId } from '@/platform/device/new-id'
import { useRequest } from '@/platform/network/use-request'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Alert, Status } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'
import { DeleteSheet } from './delete-sheet'

const requestCopy = () => call('POST /api/me/data/copies', { body: { id: newId() } })

const messageOf = (state: FileLinkState): string | undefined => {
  if (state.kind === 'idle') return undefined
  return state.kind === 'failed' ? describeFailure(state.failure) : words.copy.says[state.kind]
}

/** A copy of the stored data of the person, and deleting it. `onDeleted` removes what this phone holds. */
export function MyData({ onDeleted }: { onDeleted(isAccountKept: boolean): void }) {
  return (
    <>
      <CopyCard />
      <DeleteCard onDeleted={onDeleted} />
    </>
  )
}

function CopyCard() {
  const { state, save, copy } = useFileLink('my data', requestCopy)
  const busy = state.kind === 'busy' && words.copy.says.busy
  const message = messageOf(state)
  return (
    <Card>
      <View className="privacy-guide__part">
        <Heading className="privacy-guide__title">{words.copy.title}</Heading>
        <Text className="privacy-guide__text">{words.copy.text}</Text>
        <Status>{message}</Status>
        <View className="privacy-guide__do">
          {save && (
            <Button kind="soft" size="small" busy={busy} onPress={save}>
              {words.copy.save}
            </Button>
          )}
          <Button kind="line" size="small" icon="copy" busy={busy} onPress={copy}>
            {words.copy.copy}
          </Button>
        </View>
      </View>
    </Card>
  )
}

function DeleteCard({ onDeleted }: { onDeleted(isAccountKept: boolean): void }) {
  const { busy, failure, send } = useRequest()
  const [data, setData] = useState<PersonalData>()
  const [isDone, setIsDone] = useState(false)

  const open = async () => {
    const result = await send(() => call('GET /api/me/data', {}))
    if (result?.ok) setData(result.data)
  }

  return (
    <Card>
      <View className="privacy-guide__part">
        <Heading className="privacy-guide__title">{words.remove.title}</Heading>
        <Text className="privacy-guide__text">{words.remove.text}</Text>
        <Alert>{failure && describeFailure(failure)}</Alert>
        <Status>{isDone && words.remove.done}</Status>
        <View className="privacy-guide__one">
          <Button kind="line" size="small" busy={busy && words.copy.says.busy} onPress={() => void open()}>
            {words.remove.ask}
          </Button>
        </View>
      </View>
      {data && (
        <DeleteSheet
          data={data}
          onData={setData}
          onClose={() => setData(undefined)}
          onDeleted={(isAccountKept) => {
            setData(undefined)
            setIsDone(true)
            onDeleted(isAccountKept)
          }}
        />
      )}
    </Card>
  )
}
