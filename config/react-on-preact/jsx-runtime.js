export { Fragment, jsx, jsx as jsxs } from 'preact/jsx-runtime'
