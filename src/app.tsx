import type { PropsWithChildren } from 'react'
// before the router, which must not hear of a page's own steps
import '@/platform/step-history'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  return children
}
