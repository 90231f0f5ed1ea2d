const { mkdirSync, writeFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const MiniCssExtractPlugin = require('mini-css-extract-plugin');
const MinimizerPlugin = require('minimizer-webpack-plugin');
const { DefinePlugin } = require('webpack');
const { version } = require('./package.json');

const from = (path) => resolve(__dirname, path);

/** The address that manifest.xml itself names: the add-in on the developer's own machine. */
const local = 'https://localhost:3000';

/** Said on the Method sheet of every report. */
const productVersion = new DefinePlugin({ __VERSION__: JSON.stringify(version) });

/**
 * Writes down which packages a build takes in, with the bytes of their modules, and which it leaves to Node: what
 * DEPENDENCIES.md says is held against it.
 */
class PackageListPlugin {
  apply(compiler) {
    const name = compiler.options.name;
    compiler.hooks.done.tap('PackageList', ({ compilation }) => {
      const bytes = {};
      const external = new Set();
      const add = (module) => {
        // The folder of the package, which may stand inside another's.
        const found = /node_modules[\\/](.*node_modules[\\/])?(?:@[^\\/]+[\\/])?[^\\/]+/u.exec(
          module.resource ?? '',
        );
        if (found) {
          const each = found[0].replaceAll('\\', '/').slice('node_modules/'.length);
          bytes[each] = (bytes[each] ?? 0) + module.size();
        }
        if (module.externalType && /^[@a-z]/u.test(module.userRequest)) external.add(module.userRequest);
      };
      for (const module of compilation.modules) {
        if (compilation.chunkGraph.getNumberOfModuleChunks(module) === 0) continue;
        for (const each of module.modules ?? [module]) add(each);
      }
      const folder = from('build/packages');
      mkdirSync(folder, { recursive: true });
      const list = { bytes, external: [...external].sort() };
      writeFileSync(join(folder, `${name}.json`), JSON.stringify(list, null, 1));
    });
  }
}

/** What every build has in common; `browsers` is the oldest JavaScript that it may use. */
function build(name, folder, browsers, more) {
  return {
    name,
    mode: 'production',
    devtool: false,
    context: __dirname,
    cache: {
      type: 'filesystem',
      cacheDirectory: from('.cache/webpack'),
      buildDependencies: { config: [from('webpack.config.js')] },
    },
    output: { path: from(folder), clean: true, filename: '[name].js' },
    resolve: { extensions: ['.ts', '.tsx', '.js', '.mjs'] },
    module: {
      // A package that is looked for at run time is not ours to bundle.
      parser: { javascript: { createRequire: false } },
      rules: [
        // Pure modules: what nobody imports from them is left out of the bundle.
        { test: /src[\\/](?:stats|study|report|texts|excel)[\\/]/u, sideEffects: false },
        {
          test: /\.tsx?$/u,
          loader: 'swc-loader',
          options: {
            jsc: {
              target: browsers,
              parser: { syntax: 'typescript', tsx: true },
              transform: { react: { runtime: 'automatic' } },
            },
          },
        },
        { test: /\.css$/u, use: [MiniCssExtractPlugin.loader, 'css-loader'] },
      ],
    },
    performance: { hints: false },
    stats: 'errors-warnings',
    ...more,
    plugins: [...(more.plugins ?? []), new PackageListPlugin()],
  };
}

/** What is made from the custom functions themselves: their metadata for Excel, their help pages. */
const functionFiles = build('function-files', 'build/function-files', 'es2022', {
  target: 'node20',
  entry: { files: './src/functions/files.ts' },
  output: { path: from('build/function-files'), filename: '[name].cjs', library: { type: 'commonjs2' } },
  optimization: { minimize: false },
});

class FunctionFilesPlugin {
  constructor(address) {
    this.address = address;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap('FunctionFiles', (compilation) => {
      compilation.hooks.processAssets.tap('FunctionFiles', () => {
        const made = from('build/function-files/files.cjs');
        delete require.cache[made];
        for (const { path, content } of require(made).functionFiles(this.address)) {
          compilation.emitAsset(path, new compiler.webpack.sources.RawSource(content));
        }
      });
    });
  }
}

const servedAt = (address) => (content) => content.toString().replaceAll(local, address);

/**
 * The add-in itself: static files, to be put on any web server.
 *
 * @param {string} address where it will be served: its manifest and its help links point there
 */
const addin = (address) =>
  build('addin', 'dist', 'es2022', {
    dependencies: ['function-files'],
    entry: {
      taskpane: './src/taskpane/index.tsx',
      functions: './src/functions/index.ts',
      conformance: './src/conformance/index.ts',
    },
    optimization: {
      // functions.js is loaded alone where no pane is open, conformance.js always: they share nothing.
      splitChunks: {
        chunks: (chunk) => chunk.name !== 'functions' && chunk.name !== 'conformance',
        maxInitialRequests: 1,
      },
    },
    plugins: [
      productVersion,
      new MiniCssExtractPlugin(),
      new HtmlPlugin({
        template: 'src/taskpane/taskpane.html',
        filename: 'taskpane.html',
        chunks: ['functions', 'taskpane'],
        chunksSortMode: 'manual',
        scriptLoading: 'defer',
      }),
      new HtmlPlugin({
        template: 'src/conformance/conformance.html',
        filename: 'conformance.html',
        chunks: ['conformance'],
        scriptLoading: 'defer',
      }),
      new FunctionFilesPlugin(address),
      new CopyPlugin({
        patterns: [
          { from: 'assets', to: 'assets' },
          { from: 'manifest.xml', transform: servedAt(address) },
          { from: 'src/conformance/manifest.xml', to: 'conformance.xml', transform: servedAt(address) },
        ],
      }),
    ],
  });

/** The add-in without its pane, for runs without a window. */
const headless = build('headless', 'build', 'es2022', {
  entry: { headless: './src/taskpane/headless.ts' },
  output: { path: from('build'), filename: '[name].js' },
  plugins: [productVersion],
  optimization: { minimize: false },
});

/**
 * Half as many letters load a second or two sooner; anything cleverer takes the build longer than it saves. Names
 * stay, for whoever reads an error.
 */
const shorter = { compress: false, mangle: { keep_fnames: true, keep_classnames: true } };

/** The workbench's page. */
const page = build('page', 'build/workbench', 'es2022', {
  entry: { page: './src/workbench/page/index.ts' },
  optimization: {
    // The browser reads several scripts side by side and one of seven megabytes in a single thread: two seconds longer.
    splitChunks: { chunks: 'initial', maxInitialSize: 2_000_000, maxInitialRequests: 20 },
    minimizer: [
      new MinimizerPlugin({ minify: { implementation: MinimizerPlugin.swcMinify, options: shorter } }),
    ],
  },
  plugins: [
    new MiniCssExtractPlugin(),
    new HtmlPlugin({ template: 'src/workbench/page/page.html', filename: 'index.html', minify: false }),
  ],
});

/** The commands, for Node: packages stay where npm put them, except those that are published as ES modules only. */
const node = build('node', 'build/node', 'es2022', {
  target: 'node20',
  entry: {
    server: './src/workbench/server.ts',
    report: './src/workbench/commands/report.ts',
    bench: './scripts/bench.ts',
    reading: './scripts/bench/reading.ts',
    picture: './scripts/picture.ts',
  },
  output: { path: from('build/node'), clean: true, filename: '[name].cjs', library: { type: 'commonjs2' } },
  optimization: { minimize: false },
  externals: [
    ({ request }, done) => {
      const isOwn = /^[./]/u.test(request) || /^[A-Z]:\\/iu.test(request) || /^hucre(?:\/|$)/u.test(request);
      return isOwn ? done() : done(null, `commonjs ${request}`);
    },
  ],
});

/** @param {{ address?: string }} env what `--env` says */
module.exports = ({ address = local }) => [functionFiles, addin(address), headless, page, node];
