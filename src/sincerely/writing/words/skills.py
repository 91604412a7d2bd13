"""Names of tools, skills and degrees that people claim, small: what a draft may not say without ground."""

from __future__ import annotations

SKILLS = frozenset(
    """
    ab-testing accountancy agile airflow angular ansible api apis arcgis aws azure b2b bash bayesian bigquery blockchain
    bookkeeping c# c++ cad clickhouse cobol crm css d3 dask databricks datadog dbt deep-learning devops django docker
    duckdb elasticsearch elixir erp etl excel fastapi figma firebase fivetran flask flink flutter fortran gcp gdpr git
    github gitlab go golang grafana graphql hadoop haskell hive html hubspot iso java javascript jenkins jira julia
    jupyter kafka kanban keras kotlin kubernetes lean linux looker machine-learning mariadb matlab matplotlib metabase
    mlops mongodb mysql nlp nodejs nosql numpy oauth opencv oracle pandas perl photoshop php postgres postgresql
    power-bi powerbi powershell prince2 prolog prometheus pytest python pytorch qlik r rabbitmq rails react redis
    redshift regression ruby rust salesforce sap sas scala scikit-learn scrum selenium seo shopify six-sigma snowflake
    spark splunk spring spss sql sqlite stata swift tableau tensorflow terraform typescript unity unix vba vue webgl
    wordpress xgboost zendesk
    abitur bachelor bachelor's bsc certificate certification certified diploma diplom doctorate fluent mba master master's
    msc phd promotion zertifiziert native muttersprachlich award prize patent publications
    arabic chinese danish dutch english finnish french german greek hebrew hindi italian japanese korean mandarin
    norwegian polish portuguese russian spanish swedish turkish ukrainian
    accounting budgeting forecasting leadership mentoring negotiation nursing pricing procurement recruiting statistics
    econometrics epidemiology telemetry marketing logistics controlling teaching translation copywriting bioinformatics
    """.split()
)
