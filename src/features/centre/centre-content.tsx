import { View } from '@tarojs/components'
import type { CallState } from '@/api/use-call'
import type { RouteReply } from '@/contract/routes'
import { centreWords as words } from '@/locales/lesson/centre'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Card } from '@/ui/card/card'
import { Loaded } from '@/ui/notice/loaded'
import { Heading } from '@/ui/text/heading'
import { CentreGone } from './centre-gone'
import { CentreLessons } from './centre-lessons'
import { CentreRow } from './centre-row'
import './centre.scss'

type CentreReply = RouteReply<'GET /api/centres/:centre'>

const links = [
  { page: 'help', title: words.help, text: words.helpText },
  { page: 'demo', title: words.demo, text: words.demoText },
  { page: 'figures', title: words.figures, text: words.figuresText },
] as const

/** A centre as its staff sees it: lessons, people, and for a county's office its towns. */
export function CentreContent({ state }: { state: CallState<'GET /api/centres/:centre'> }) {
  return (
    <Loaded state={state} notFound={<CentreGone />}>
      {(reply) => (
        <View className="centre">
          <CentreLessons centre={reply.centre} />
          <Card flush>
            {links.map(({ page, title, text }) => (
              <CentreRow
                key={page}
                title={title}
                text={text}
                onPress={() => go(urlOf(page, { centre: reply.centre.code }))}
              />
            ))}
            {reply.role !== 'trainer' && (
              <CentreRow
                title={words.staff}
                text={words.staffText}
                onPress={() => go(urlOf('staff', { centre: reply.centre.code }))}
              />
            )}
          </Card>
          {reply.towns && <Towns towns={reply.towns} />}
        </View>
      )}
    </Loaded>
  )
}

/** The centres of a county's towns, each with the number of its people. */
function Towns({ towns }: { towns: NonNullable<CentreReply['towns']> }) {
  return (
    <View className="centre-part">
      <Heading className="centre-part__title">{words.towns}</Heading>
      <Card flush>
        {towns.map(({ code, name, staff }) => (
          <CentreRow
            key={code}
            title={words.centre({ code, name })}
            text={words.people(staff)}
            onPress={() => go(urlOf('centre', { centre: code }))}
          />
        ))}
      </Card>
    </View>
  )
}
