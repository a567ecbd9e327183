import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The sandbox's page. */
export default defineConfig({
  root: 'src/sandbox/page',
  base: './',
  plugins: [react()],
  build: { outDir: '../../../dist/page', emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 1_000 },
})
