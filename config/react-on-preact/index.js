// The parts of React that the sources, zustand and Taro's runtime use, made of Preact, which is a fifth of React's size.
// All of `preact/compat` is larger and maps names of browsers' events; two of its modules do without the others.
import { Fragment, render } from 'preact'
import { useCallback, useDebugValue } from 'preact/hooks'
import { useSyncExternalStore } from '../../node_modules/preact/compat/src/hooks.js'

export { Component, createContext, createElement, createRef } from 'preact'
export {
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'preact/hooks'
export { memo } from '../../node_modules/preact/compat/src/memo.js'
export {
  Fragment,
  // only servers suspend: phones load a section before they draw it
  Fragment as Suspense,
  useCallback,
  useDebugValue,
  useSyncExternalStore,
}

/** For zustand and Taro's runtime, which import all of React or of React DOM. */
export default {
  render,
  unstable_batchedUpdates: (update) => update(),
  useCallback,
  useDebugValue,
  useSyncExternalStore,
}
