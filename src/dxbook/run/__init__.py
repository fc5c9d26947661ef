"""Notebooks to executed notebooks: papermill, warm kernels, only what changed.

    run_pages          the jobs of a build → a result each            (`pages`)
      require_runnable   can each notebook be run at all?             (`runnable`)
      why_stale          which have to, and why                       (`manifest`)
      outcomes           in parallel, here or on other machines       (`execution`)
        local_pages        here                                       (`local`, `running`)
        cluster_executor   those other machines                       (`cluster`)
        execute_page       one page, through papermill                (`page`, `engine`, `kernels`)
        WarmProvisioner    a kernel forked, not started               (`warm`, `server`, `forked`)
      as_bytes           the same input, the same bytes               (`still`)

Nothing is imported here: a build in which nothing changed is over before papermill or pandas would
have been read, and the processes beside it import their own module and no more.
"""
