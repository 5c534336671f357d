# Dateline as a container: docker build -t dateline . && docker run -p 8501:8501 dateline
# Everything comes from the image registry and the package registry; the language model is one of the packages.
FROM python:3.11-slim

ENV PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    PIP_NO_CACHE_DIR=1 \
    PIP_DISABLE_PIP_VERSION_CHECK=1 \
    HOME=/tmp \
    DATELINE_HOSTED=1 \
    STREAMLIT_SERVER_PORT=8501 \
    STREAMLIT_SERVER_ADDRESS=0.0.0.0 \
    STREAMLIT_SERVER_HEADLESS=true \
    STREAMLIT_SERVER_MAX_UPLOAD_SIZE=50 \
    STREAMLIT_SERVER_MAX_MESSAGE_SIZE=100

WORKDIR /app

COPY requirements.txt ./
RUN python -m pip install --upgrade pip && python -m pip install --require-hashes -r requirements.txt

COPY .streamlit/config.toml .streamlit/config.toml
COPY data/vocabulary data/vocabulary
COPY data/models data/models
COPY data/sample data/sample
COPY lib lib
COPY pages pages
COPY app.py LICENSE ./

# The sample is built into the image, so that the first visitor finds it. It does not lie in data/built: your corpora are
# mounted there, and a volume hides what is below it. It is shown as long as there are none.
RUN python -m lib.build data/sample --into data/included/sample --quiet

# No home, no shell, no right to write below /app: whatever breaks in has nothing to change.
RUN useradd --system --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin dateline
USER dateline

EXPOSE 8501
HEALTHCHECK --interval=30s --timeout=5s --start-period=40s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request as u; u.urlopen('http://127.0.0.1:' + os.environ['STREAMLIT_SERVER_PORT'] + '/_stcore/health', timeout=4)"]
CMD ["python", "-m", "streamlit", "run", "app.py"]
