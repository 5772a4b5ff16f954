// before everything else, which may use it
import '@/platform/builtins'
import { usePageNotFound } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { keepVersion } from '@/platform/app-version'
import { followHistory } from '@/platform/follow-history'
import { keepSite } from '@/platform/keep-site'
import { restart } from '@/platform/navigate'
import { urlOf } from '@/routes'
import { versionWords } from '@/words/zh/version'
import './app.scss'

// before the router starts, which must not hear of a page's own steps
followHistory()
keepSite()
keepVersion(versionWords)

export default function App({ children }: PropsWithChildren) {
  // the front door says so, and leads on
  usePageNotFound(() => restart(urlOf('home', { unknown: '1' })))
  return children
}
