import { View } from '@tarojs/components'
import { useState } from 'react'
import { type CallState, useCall } from '@/api/use-call'
import type { RouteReply } from '@/contract/routes'
import { centreWords as words } from '@/locales/lesson/centre'
import { useReturnToPage } from '@/platform/lifecycle/use-page-visibility'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { useFlash } from '@/ui/flash/flash'
import { Loaded } from '@/ui/notice/loaded'
import { Notice } from '@/ui/notice/notice'
import { Page } from '@/ui/page/page'
import { Heading } from '@/ui/text/heading'
import { CentreContent } from './centre-content'
import { CentreRow } from './centre-row'
import { CodeForm } from './code-form'
import { useCentre } from './use-centre'
import './centre.scss'

type MyRoles = RouteReply<'GET /api/me/roles'>['roles']

/** The user's roles in service centres: a single one opens at once, several are listed; and the field for an invitation. */
export function CentreHome({ code }: { code: string | undefined }) {
  const state = useCall('GET /api/me/roles', {})
  useReturnToPage(() => void state.reload())
  const [first, ...others] = state.data?.roles ?? []
  const only = first && others.length === 0 ? first.centre : undefined
  const centre = useCentre(only?.code)
  return (
    <Page title={only ? words.centre(only) : words.title}>
      <Loaded state={state} notFound={null}>
        {({ roles }) => (
          <View className="centre">
            {only ? <CentreContent state={centre} /> : <Centres roles={roles} />}
            <Invitation state={state} roles={roles} code={code} />
          </View>
        )}
      </Loaded>
    </Page>
  )
}

function Centres({ roles }: { roles: MyRoles }) {
  if (roles.length === 0) return <Notice icon="store" title={words.noRole} text={words.noRoleText} />
  return (
    <View className="centre-part">
      <Heading className="centre-part__title">{words.mine}</Heading>
      <Card flush>
        {roles.map(({ centre, role }) => (
          <CentreRow
            key={centre.code}
            title={words.centre(centre)}
            text={words.roles[role]}
            onPress={() => go(urlOf('centre', { centre: centre.code }))}
          />
        ))}
      </Card>
    </View>
  )
}

interface InvitationProps {
  state: CallState<'GET /api/me/roles'>
  roles: MyRoles
  code: string | undefined
}

/** The field for an invitation, behind a button for those who have a role already. */
function Invitation({ state, roles, code }: InvitationProps) {
  const [isOpen, setIsOpen] = useState(code !== undefined || roles.length === 0)
  const { flash, say } = useFlash()
  return (
    <>
      {isOpen ? (
        <CodeForm
          firstCode={code}
          onJoined={(role) => {
            setIsOpen(false)
            say(words.code.joined(role.role, role.centre))
            void state.reload()
          }}
        />
      ) : (
        <View className="centre__end">
          <Button kind="line" size="small" onPress={() => setIsOpen(true)}>
            {words.code.title}
          </Button>
        </View>
      )}
      {flash}
    </>
  )
}
