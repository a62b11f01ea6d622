import tseslint from 'typescript-eslint';

/** Rooms that are handed the time, their settings and chance; they never ask for them. */
const PURE = ['functions/domain/**', 'functions/content/**', 'functions/usecases/**'];

export default tseslint.config(
  { ignores: ['node_modules/', 'cdk.out/', '.build/', '.local/', '.venv/', 'coverage/', '**/*.cjs', '**/*.js', '**/*.mjs'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.strict,
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: process.cwd() } },
    rules: {
      eqeqeq: 'error',
      'prefer-const': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/no-unsafe-argument': 'error',
      '@typescript-eslint/no-unsafe-call': 'error',
      '@typescript-eslint/no-unsafe-member-access': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: PURE,
    rules: {
      'no-restricted-globals': ['error', { name: 'process', message: 'settings are handed in' }],
      'no-restricted-syntax': [
        'error',
        { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'the time is handed in' },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'the time is handed in' },
        { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: 'chance is handed in' },
      ],
    },
  },
);
