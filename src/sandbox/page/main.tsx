import '@mantine/core/styles.css'
import './style.css'
import './writing/writing.css'
import { createTheme, MantineProvider } from '@mantine/core'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'

const SYSTEM = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif'
const theme = createTheme({
  fontFamily: SYSTEM,
  headings: { fontFamily: SYSTEM },
  primaryColor: 'indigo',
  defaultRadius: 'md',
})

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <MantineProvider theme={theme} forceColorScheme="light">
      <App />
    </MantineProvider>,
  )
}
